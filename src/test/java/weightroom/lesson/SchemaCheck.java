package weightroom.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** As much of JSON Schema (2020-12) as the schema of lessons uses; a word that it does not know is an error. */
final class SchemaCheck {
    private static final String DEFINITIONS = "#/$defs/";

    private final JsonNode schema;

    SchemaCheck(JsonNode schema) {
        this.schema = schema;
    }

    /** Why a value does not fit a definition; empty where it does. */
    Optional<String> fault(String definition, JsonNode value) {
        return fault(schema.at("/$defs/" + definition), value, definition);
    }

    private Optional<String> fault(JsonNode rule, JsonNode value, String path) {
        for (Map.Entry<String, JsonNode> word : rule.properties()) {
            Optional<String> fault = word(word.getKey(), word.getValue(), rule, value, path);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<String> word(String word, JsonNode with, JsonNode rule, JsonNode value, String path) {
        boolean fits =
                switch (word) {
                    case "description" -> true;
                    case "type" -> isA(with.asText(), value);
                    case "enum" -> contains(with, value);
                    case "pattern" -> !value.isTextual() || value.asText().matches(with.asText());
                    case "minLength" -> !value.isTextual() || value.asText().length() >= with.asInt();
                    case "maxLength" -> !value.isTextual() || value.asText().length() <= with.asInt();
                    case "minimum" -> !value.isNumber() || value.asDouble() >= with.asDouble();
                    case "maximum" -> !value.isNumber() || value.asDouble() <= with.asDouble();
                    case "minItems" -> !value.isArray() || value.size() >= with.asInt();
                    case "maxItems" -> !value.isArray() || value.size() <= with.asInt();
                    case "minProperties" -> !value.isObject() || value.size() >= with.asInt();
                    case "maxProperties" -> !value.isObject() || value.size() <= with.asInt();
                    case "uniqueItems" -> !value.isArray() || distinct(value) == value.size();
                    case "required" -> !value.isObject() || hasAll(value, with);
                    case "not" -> fault(with, value, path).isPresent();
                    case "anyOf" -> fitting(with, value, path) >= 1;
                    case "oneOf" -> fitting(with, value, path) == 1;
                    case "dependentRequired" ->
                        with.properties().stream()
                                .allMatch(one -> !value.has(one.getKey()) || hasAll(value, one.getValue()));
                    case "propertyNames" ->
                        value.properties().stream().allMatch(one -> one.getKey()
                                .matches(with.get("pattern").asText()));
                    default -> true;
                };
        if (!fits) {
            return Optional.of(path + " breaks " + word + " " + with);
        }
        return switch (word) {
            case "$ref" ->
                fault(with.asText().substring(DEFINITIONS.length()), value).map(fault -> path + ": " + fault);
            case "properties" -> properties(with, value, path);
            case "additionalProperties" -> others(with, rule, value, path);
            case "items" -> items(with, value, path);
            default -> {
                if (!KNOWN.contains(word)) {
                    throw new IllegalArgumentException(word);
                }
                yield Optional.empty();
            }
        };
    }

    private static final Set<String> KNOWN = Set.of(
            "description",
            "type",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems",
            "minProperties",
            "maxProperties",
            "uniqueItems",
            "required",
            "not",
            "anyOf",
            "oneOf",
            "dependentRequired",
            "propertyNames");

    private Optional<String> properties(JsonNode rules, JsonNode value, String path) {
        return rules.properties().stream()
                .filter(rule -> value.has(rule.getKey()))
                .flatMap(rule -> fault(rule.getValue(), value.get(rule.getKey()), path + "." + rule.getKey()).stream())
                .findFirst();
    }

    private Optional<String> others(JsonNode with, JsonNode rule, JsonNode value, String path) {
        return value.properties().stream()
                .filter(field -> !rule.path("properties").has(field.getKey()))
                .flatMap(field -> with.isBoolean()
                        ? Optional.of(path + " has " + field.getKey()).stream()
                        : fault(with, field.getValue(), path + "." + field.getKey()).stream())
                .findFirst();
    }

    private Optional<String> items(JsonNode rule, JsonNode value, String path) {
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            Optional<String> fault = fault(rule, value.get(i), path + "." + i);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private long fitting(JsonNode rules, JsonNode value, String path) {
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> fault(rule, value, path).isEmpty())
                .count();
    }

    private static boolean isA(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isNumber() && value.asDouble() == Math.rint(value.asDouble());
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(value::equals);
    }

    private static boolean hasAll(JsonNode object, JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false).allMatch(name -> object.has(name.asText()));
    }

    private static int distinct(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        list.forEach(seen::add);
        return seen.size();
    }
}
