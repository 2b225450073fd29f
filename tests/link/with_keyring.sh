#!/bin/bash
# Runs a program with a Secret Service in a known state.  SPDX-License-Identifier: GPL-3.0-or-later
# usage: with_keyring.sh unlocked|locked|no-service|no-bus PROGRAM ARGS...
set -eu
state=$1
shift
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export HOME=$out/home XDG_RUNTIME_DIR=$out/run
mkdir -m 700 "$HOME" "$XDG_RUNTIME_DIR"
# Without a display the service can't ask a person anything: it answers.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_DATA_HOME XDG_CONFIG_HOME
export KEYRING_STATE=$state
with_password() {
  dbus-run-session -- bash -euc 'password=$1; shift
    printf %s "$password" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1 || true
    "$@"' x "$@"
}
case $state in
  unlocked) with_password right "$@" ;;
  locked)
    with_password right true
    with_password wrong "$@"
    ;;
  no-service)
    # A bus of our own that can start nothing.
    cat >"$out/bus.conf" <<EOF
<busconfig><type>session</type><listen>unix:dir=$out/run</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow own="*"/><allow receive_sender="*"/></policy></busconfig>
EOF
    dbus-run-session --config-file="$out/bus.conf" -- "$@"
    ;;
  no-bus) DBUS_SESSION_BUS_ADDRESS=unix:path=$out/nobody "$@" ;;
  *)
    echo "unknown state $state" >&2
    exit 2
    ;;
esac
