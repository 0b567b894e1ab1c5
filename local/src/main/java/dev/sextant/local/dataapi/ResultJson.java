package dev.sextant.local.dataapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;

/** Turns a result set into the answer of {@code ExecuteStatement}: records, or one JSON text, and column metadata. */
final class ResultJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ResultSet rows;
    private final ResultSetMetaData meta;
    private final ColumnKind[] kinds;
    private final String[] typeNames;
    private final FieldJson fields;
    private final ResultSize size;

    ResultJson(ResultSet rows, ReturnTypes returnTypes, Limits limits) throws SQLException {
        this.rows = rows;
        this.meta = rows.getMetaData();
        int columns = meta.getColumnCount();
        this.kinds = new ColumnKind[columns];
        this.typeNames = new String[columns];
        for (int i = 0; i < columns; i++) {
            kinds[i] = ColumnKind.of(meta, i + 1);
            typeNames[i] = meta.getColumnTypeName(i + 1);
        }
        this.size = new ResultSize(limits);
        this.fields = new FieldJson(returnTypes, size);
    }

    /** Rows as lists of {@code Field}. */
    ArrayNode records() throws SQLException {
        ArrayNode records = JSON.arrayNode();
        while (rows.next()) {
            size.startRow();
            ArrayNode record = records.addArray();
            for (int i = 0; i < kinds.length; i++) {
                record.add(fields.field(fields.value(rows, i + 1, kinds[i], typeNames[i]), kinds[i]));
            }
        }
        return records;
    }

    /** Rows as objects by column label, all in one JSON text. */
    String formattedRecords() throws SQLException {
        ArrayNode records = JSON.arrayNode();
        while (rows.next()) {
            size.startRow();
            ObjectNode record = records.addObject();
            for (int i = 0; i < kinds.length; i++) {
                JsonNode value = fields.value(rows, i + 1, kinds[i], typeNames[i]);
                record.set(meta.getColumnLabel(i + 1), value == null ? JSON.nullNode() : value);
            }
        }
        return records.toString();
    }

    ArrayNode columnMetadata() throws SQLException {
        ArrayNode columns = JSON.arrayNode();
        for (int i = 1; i <= kinds.length; i++) {
            columns.addObject()
                    .put("name", meta.getColumnName(i))
                    .put("label", meta.getColumnLabel(i))
                    .put("type", meta.getColumnType(i))
                    .put("typeName", meta.getColumnTypeName(i))
                    .put("schemaName", meta.getSchemaName(i))
                    .put("tableName", meta.getTableName(i))
                    .put("nullable", meta.isNullable(i))
                    .put("precision", meta.getPrecision(i))
                    .put("scale", meta.getScale(i))
                    .put("isSigned", meta.isSigned(i))
                    .put("isCurrency", meta.isCurrency(i))
                    .put("isCaseSensitive", meta.isCaseSensitive(i))
                    .put("isAutoIncrement", meta.isAutoIncrement(i))
                    .put("arrayBaseColumnType", kinds[i - 1] == ColumnKind.ARRAY ? elementType(i - 1) : 0);
        }
        return columns;
    }

    private int elementType(int column) {
        return switch (ColumnKind.ofElement(typeNames[column])) {
            case BOOLEAN -> Types.BIT;
            case LONG -> Types.BIGINT;
            case DOUBLE -> Types.DOUBLE;
            case DECIMAL -> Types.NUMERIC;
            case TEXT -> Types.VARCHAR;
            case BLOB -> Types.BINARY;
            case TIME, INSTANT -> Types.TIMESTAMP;
            case ARRAY -> Types.ARRAY;
        };
    }
}
