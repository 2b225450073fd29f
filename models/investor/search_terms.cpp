// What a person typed to find an investor, as terms. SPDX-License-Identifier: GPL-3.0-or-later
#include "models/investor/search_terms.h"

#include <QRegularExpression>
#include <QStringList>

namespace guardline::models {
namespace {

const QRegularExpression& uuid() {
  static const QRegularExpression pattern(
      QStringLiteral("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"));
  return pattern;
}

bool all_digits(const QString& text) {
  return !text.isEmpty() &&
         std::ranges::all_of(text, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// A number without the blanks, hyphens and brackets that people write into it; empty when there is anything else.
QString number_in(QString text) {
  text.remove(QRegularExpression(QStringLiteral("[\\s()\\-]")));
  const auto digits = text.startsWith(u'+') ? text.mid(1) : text;
  return all_digits(digits) ? text : QString();
}

bool whole_number(const QString& number) {
  const auto digits = number.startsWith(u'+') ? number.size() - 1 : number.size();
  if (number.startsWith(u'+')) return digits >= 8 && digits <= 15;
  return digits == 11 && number.startsWith(u'1');
}

/// True when `text` is one of the terms that find somebody by themselves.
bool take_exact(const QString& text, InvestorTerms& terms) {
  const bool one_word = !text.contains(u' ');
  if (one_word && text.contains(u'@')) {
    terms.email = text;
    return true;
  }
  if (uuid().match(text).hasMatch() || (one_word && text.contains(u':'))) {
    terms.reference = text;
    return true;
  }
  if (const auto number = number_in(text); whole_number(number)) {
    terms.phone = number;
    return true;
  }
  return false;
}

QString masked_number(const QString& number) {
  if (number.size() < 8) return QStringLiteral("****");
  return number.startsWith(u'+') ? QStringLiteral("****") + number.right(2)
                                 : number.left(3) + QStringLiteral("****") + number.right(4);
}

}  // namespace

std::expected<InvestorTerms, TermsProblem> parse_terms(const QString& typed) {
  const auto text = typed.normalized(QString::NormalizationForm_KC).simplified();
  InvestorTerms terms;
  if (text.isEmpty()) return std::unexpected(TermsProblem::empty);
  if (take_exact(text, terms)) return terms;
  if (!number_in(text).isEmpty()) return std::unexpected(TermsProblem::part);
  auto parts = text.split(u' ');
  if (parts.size() < 2) return std::unexpected(TermsProblem::name_alone);
  const auto last = parts.takeLast();
  if (all_digits(last) && last.size() == 4) {
    terms.phone_tail = last;
  } else if (!take_exact(last, terms)) {
    return std::unexpected(number_in(last).isEmpty() ? TermsProblem::name_alone : TermsProblem::part);
  }
  terms.name = parts.join(u' ');
  for (const auto& part : parts) {
    if (InvestorTerms other; take_exact(part, other)) return std::unexpected(TermsProblem::too_many);
  }
  return terms;
}

QString masked_terms(const InvestorTerms& terms) {
  QStringList shown;
  if (!terms.name.isEmpty()) shown << terms.name.left(1) + QStringLiteral("**");
  if (!terms.phone.isEmpty()) shown << masked_number(terms.phone);
  if (!terms.phone_tail.isEmpty()) shown << terms.phone_tail;
  if (!terms.email.isEmpty())
    shown << terms.email.left(1) + QStringLiteral("***") + terms.email.mid(terms.email.indexOf(u'@'));
  if (!terms.reference.isEmpty())
    shown << (terms.reference.size() > 12 ? QStringLiteral("…") + terms.reference.right(12) : terms.reference);
  return shown.join(u' ');
}

}  // namespace guardline::models
