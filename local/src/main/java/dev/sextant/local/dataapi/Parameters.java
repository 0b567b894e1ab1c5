package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One set of named parameters, still in JSON. */
final class Parameters {

    private final Map<String, JsonNode> byName = new LinkedHashMap<>();

    static Parameters of(JsonNode list) {
        Parameters parameters = new Parameters();
        for (JsonNode parameter : list) {
            String name = parameter.path("name").asText("");
            if (name.isEmpty()) {
                throw ApiError.validation("a parameter has no name");
            }
            if (parameters.byName.put(name, parameter) != null) {
                throw ApiError.validation("parameter '" + name + "' is given twice");
            }
        }
        return parameters;
    }

    void bind(PreparedStatement statement, List<String> names) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            JsonNode parameter = byName.get(names.get(i));
            if (parameter == null) {
                throw ApiError.validation("Cannot find parameter: " + names.get(i));
            }
            ParameterBinder.bind(statement, i + 1, names.get(i), parameter);
        }
    }
}
