// The API's own description. SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/edge/openapi.h"

#include "core/wire/problem.h"
#include "core/wire/schema.h"

#include <boost/json.hpp>

namespace guardline::edge {
namespace {

namespace json = boost::json;

json::object content(const wire::Type& type, const char* media) {
  return {{media, {{"schema", json::parse(wire::schema_reference(type))}}}};
}

json::array parameters(const RouteSpec& spec) {
  json::array list;
  std::string_view rest = spec.pattern;
  for (auto open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const auto close = rest.find('}', open);
    const std::string name(rest.substr(open + 1, close - open - 1));
    json::object schema{{"type", "string"}, {"format", "uuid"}};
    if (spec.path) schema = {{"type", "string"}, {"pattern", std::string(wire::pattern(*spec.path))}};
    list.push_back({{"name", name}, {"in", "path"}, {"required", true}, {"schema", std::move(schema)}});
    rest.remove_prefix(close + 1);
  }
  for (const auto& param : spec.query) {
    json::object schema{{"type", param.most > 0 ? "integer" : "string"}};
    if (!param.words.empty()) schema["enum"] = json::array(param.words.begin(), param.words.end());
    if (param.most > 0) {
      schema["minimum"] = 1;
      schema["maximum"] = param.most;
    } else if (param.words.empty()) {
      schema["pattern"] =
          json::string_view(wire::pattern(wire::Format::cursor).data(), wire::pattern(wire::Format::cursor).size());
    }
    list.push_back({{"name", param.name},
                    {"in", "query"},
                    {"required", false},
                    {"description", param.says},
                    {"schema", std::move(schema)}});
  }
  if (spec.idempotency_key) {
    list.push_back({{"name", "Idempotency-Key"},
                    {"in", "header"},
                    {"required", true},
                    {"description", "Makes the request happen once; a UUID is recommended. Kept for 24 hours."},
                    {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 128}, {"pattern", "^[!-~]+$"}}}});
  }
  return list;
}

json::array security(const RouteSpec& spec) {
  json::object all;
  switch (spec.policy.need) {
    case Need::session:
      all.emplace("session", json::array());  // and a device
      [[fallthrough]];
    case Need::device:
    case Need::device_state:
      all.emplace("device", json::array());
      break;
    case Need::open:
    case Need::anyone:
    case Need::local:
      break;
  }
  if (!spec.scheme.empty()) all.emplace(spec.scheme == "Ticket" ? "ticket" : "enrolment", json::array());
  json::array list;
  list.push_back(std::move(all));
  return list;
}

std::string operation_id(const RouteSpec& spec) {
  std::string id(name(spec.method));
  for (char& c : id) c = static_cast<char>(c | 0x20);
  bool upper = true;
  for (const char c : std::string_view(spec.pattern).substr(spec.pattern.starts_with("/v1") ? 3 : 0)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      id += upper && c >= 'a' ? static_cast<char>(c & ~0x20) : c;
      upper = false;
    } else {
      upper = true;
    }
  }
  return id;
}

json::object operation(const Route& route) {
  const RouteSpec& spec = route.spec;
  json::object success{{"description", spec.summary}};
  if (route.out != nullptr) success["content"] = content(*route.out, "application/json");
  json::object responses;
  responses.emplace(std::to_string(spec.status), std::move(success));
  responses.emplace("default",
                    json::object{{"description", "A problem (RFC 9457)."},
                                 {"content", content(wire::type_of<wire::Problem>(), "application/problem+json")}});
  json::object result{{"operationId", operation_id(spec)}, {"summary", spec.summary}};
  if (auto list = parameters(spec); !list.empty()) result["parameters"] = std::move(list);
  if (route.in != nullptr) {
    result["requestBody"] = {{"required", true}, {"content", content(*route.in, "application/json")}};
  }
  result["responses"] = std::move(responses);
  result["security"] = security(spec);
  return result;
}

json::object scheme(const char* word, const char* says) {
  return {{"type", "apiKey"},
          {"in", "header"},
          {"name", "Authorization"},
          {"description", std::string("`Authorization: ") + word + " <credential>`. " + says}};
}

}  // namespace

std::string openapi_document(const Router& router, std::string_view version) {
  wire::Schemas schemas;
  wire::collect_schemas(wire::type_of<wire::Problem>(), schemas);
  json::object paths;
  for (const Route& route : router.routes()) {
    if (route.spec.policy.need == Need::local) continue;
    if (route.in != nullptr) wire::collect_schemas(*route.in, schemas);
    if (route.out != nullptr) wire::collect_schemas(*route.out, schemas);
    std::string verb(name(route.spec.method));
    for (char& c : verb) c = static_cast<char>(c | 0x20);
    auto& path = paths[route.spec.pattern];
    if (!path.is_object()) path.emplace_object();
    path.get_object().emplace(verb, operation(route));
  }
  // What a stream's messages look like, for readers of the WebSocket.
  wire::collect_schemas(wire::type_of<api::Frame>(), schemas);
  json::object components;
  for (const auto& [name, schema] : schemas) components.emplace(name, json::parse(schema));
  const json::object document{
      {"openapi", "3.1.0"},
      {"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"},
      {"info",
       {{"title", "Guardline hub"},
        {"version", json::string_view(version.data(), version.size())},
        {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}},
        {"description",
         "Times are integer microseconds since 1970-01-01T00:00:00Z. Errors are application/problem+json with a "
         "`code`."}}},
      {"paths", std::move(paths)},
      {"components",
       {{"schemas", std::move(components)},
        {"securitySchemes",
         {{"device", {{"type", "mutualTLS"}, {"description", "Certificate of an enrolled device."}}},
          {"session", {{"type", "http"}, {"scheme", "bearer"}, {"description", "Session bound to the device."}}},
          {"ticket", scheme("Ticket", "One use.")},
          {"enrolment", scheme("Enrolment", "The poll token.")}}}}}};
  return json::serialize(document);
}

}  // namespace guardline::edge
