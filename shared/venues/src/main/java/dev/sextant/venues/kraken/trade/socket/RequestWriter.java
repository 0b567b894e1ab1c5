package dev.sextant.venues.kraken.trade.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sextant.venues.kraken.trade.SocketToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

/** Writes one request: {@code method}, {@code params} and {@code req_id}. Numbers are written as plain decimals. */
final class RequestWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** One step of writing, into memory. */
    private interface Step {
        void write() throws IOException;
    }

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;
    private final long reqId;

    RequestWriter(String method, long reqId) {
        if (reqId < 0) {
            throw new IllegalArgumentException("reqId is " + reqId + ", expected 0 or more");
        }
        this.reqId = reqId;
        try {
            this.json = JSON.createGenerator(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(() -> {
            json.writeStartObject();
            json.writeStringField("method", method);
            json.writeObjectFieldStart("params");
        });
    }

    /** The finished text with these fields and the token. */
    String params(SocketToken token, Consumer<RequestWriter> fields) {
        fields.accept(this);
        run(() -> {
            json.writeStringField("token", token.token());
            json.writeEndObject();
            json.writeNumberField("req_id", reqId);
            json.writeEndObject();
            json.close();
        });
        return text.toString();
    }

    String channel(String channel, SocketToken token, Consumer<RequestWriter> fields) {
        text("channel", channel);
        return params(token, fields);
    }

    void text(String name, String value) {
        run(() -> json.writeStringField(name, value));
    }

    void number(String name, String plainDecimal) {
        run(() -> {
            json.writeFieldName(name);
            json.writeNumber(plainDecimal);
        });
    }

    void flag(String name, boolean value) {
        run(() -> json.writeBooleanField(name, value));
    }

    void texts(String name, List<String> values) {
        run(() -> {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        });
    }

    <T> void objects(String name, List<T> values, Consumer<T> fields) {
        run(() -> json.writeArrayFieldStart(name));
        for (T value : values) {
            run(json::writeStartObject);
            fields.accept(value);
            run(json::writeEndObject);
        }
        run(json::writeEndArray);
    }

    private static void run(Step step) {
        try {
            step.write();
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written to", e);
        }
    }
}
