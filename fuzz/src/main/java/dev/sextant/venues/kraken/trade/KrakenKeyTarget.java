package dev.sextant.venues.kraken.trade;

import static dev.sextant.fuzz.PropertyBroken.unless;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import dev.sextant.venues.http.MalformedJson;
import dev.sextant.venues.kraken.trade.KrakenErrors.Kind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Kraken's answer to {@code GetApiKeyInfo}, which decides whether a key may be used at all. It throws {@link MalformedJson}
 * alone. What is read is what another reading of the text, by Jackson's tree, finds: no right is lost or added, no address,
 * and each number is the same.
 */
public final class KrakenKeyTarget implements FuzzTarget {

    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Override
    public String name() {
        return "kraken-key";
    }

    @Override
    public Verdict check(byte[] input) {
        String body = new String(input, StandardCharsets.UTF_8);
        return switch (RestAnswer.read(body)) {
            case RestAnswer.Unreadable(String reason) -> new Verdict.Refused(reason);
            case RestAnswer.Refused refused ->
                new Verdict.Accepted("errors " + KrakenErrors.of(Kind.READ, refused.errors()));
            case RestAnswer.Result result -> {
                try {
                    yield read(KeyInfoReader.read(result.result()), tree(body).path("result"));
                } catch (MalformedJson e) {
                    yield Verdict.refused(e);
                }
            }
        };
    }

    private static Verdict read(KeyInfo key, JsonNode tree) {
        unless(key.rights().equals(new HashSet<>(texts(tree.path("permissions")))), "the rights are those of the text");
        unless(key.addresses().equals(texts(tree.path("ipAllowlist"))), "and the addresses");
        same(key.nonce(), tree, "nonce");
        same(BigInteger.valueOf(key.nonceWindow()), tree, "nonceWindow");
        same(BigInteger.valueOf(key.validUntilSeconds()), tree, "validUntil");
        same(BigInteger.valueOf(key.queryFromSeconds()), tree, "queryFrom");
        same(BigInteger.valueOf(key.queryToSeconds()), tree, "queryTo");
        return new Verdict.Accepted("rights " + Math.min(5, key.rights().size()) + " addresses "
                + Math.min(3, key.addresses().size()) + (key.validUntilSeconds() == 0 ? " for ever" : ""));
    }

    private static void same(BigInteger read, JsonNode tree, String field) {
        unless(read.signum() >= 0, field + " is 0 or more");
        unless(read.equals(new BigInteger(tree.path(field).asText())), field + " is that of the text");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.textValue()));
        return texts;
    }

    private static JsonNode tree(String body) {
        try {
            return TREE.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is read is JSON to another reader as well", e);
        }
    }
}
