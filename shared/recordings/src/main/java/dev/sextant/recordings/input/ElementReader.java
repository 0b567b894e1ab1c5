package dev.sextant.recordings.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Gives the objects in the arrays of a JSON document one by one, however long the document. */
final class ElementReader {

    /** What a record says about the array it comes from. */
    static final String SECTION = "_section";

    private final InputStream content;
    private final Set<String> arrays;
    private long number;

    ElementReader(InputStream content, Set<String> arrays) {
        this.content = content;
        this.arrays = arrays;
    }

    void readAll(Records.Sink sink) throws IOException {
        try (JsonParser json = ExactJson.MAPPER.createParser(content)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_ARRAY && isWanted(json) && !elements(json, sink)) {
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            throw new DamagedInputException("is not whole JSON after element " + number + ": " + ExactJson.reason(e));
        } catch (NumberFormatException e) {
            throw new DamagedInputException("has a number beyond any decimal's range after element " + number);
        }
    }

    private boolean isWanted(JsonParser json) throws IOException {
        String name = json.currentName();
        return arrays.isEmpty() ? json.getParsingContext().getParent().inRoot() : name != null && arrays.contains(name);
    }

    private boolean elements(JsonParser json, Records.Sink sink) throws IOException {
        String section = json.currentName();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == null) {
                throw new DamagedInputException("is cut off after element " + number);
            }
            var element = json.readValueAsTree();
            if (section != null && element instanceof ObjectNode object) {
                object.put(SECTION, section);
            }
            if (!sink.accept(++number, String.valueOf(element))) {
                return false;
            }
        }
        return true;
    }
}
