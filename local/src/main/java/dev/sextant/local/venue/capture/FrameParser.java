package dev.sextant.local.venue.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sextant.domain.market.AggTrade;
import dev.sextant.venues.sim.book.DepthDiff;
import dev.sextant.venues.sim.book.TopOfBook;
import java.io.IOException;
import java.util.regex.Pattern;

/** Turns the JSON of one captured line into a frame. Holds buffers, so one parser serves one reader. */
final class FrameParser {

    private static final Pattern PARTIAL_DEPTH = Pattern.compile(".*@depth(5|10|20)(@.*)?");

    private final JsonFactory json = new JsonFactory();
    private final FrameFields fields = new FrameFields();

    /** @throws IllegalArgumentException naming the field, when one that is needed is missing or not what it should be */
    CapturedFrame parse(String text) {
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            fields.read(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
        if (fields.has("lastUpdateId")) {
            return snapshot();
        }
        return fields.has("e") ? event(fields.text("e")) : new CapturedFrame.Other();
    }

    private CapturedFrame event(String type) {
        return switch (type) {
            case "trade" -> trade();
            case "aggTrade" -> aggregate();
            case "bookTicker" -> top();
            case "depthUpdate" -> isPartialDepth() ? new CapturedFrame.Other() : diff();
            default -> new CapturedFrame.Other();
        };
    }

    private boolean isPartialDepth() {
        return fields.has("stream")
                && PARTIAL_DEPTH.matcher(fields.text("stream")).matches();
    }

    private CapturedFrame trade() {
        return new CapturedFrame.Trade(
                fields.text("s"),
                new RawTrade(
                        fields.number("t"),
                        fields.e8("p"),
                        fields.e8("q"),
                        fields.number("T"),
                        fields.number("E"),
                        fields.flag("m")));
    }

    private CapturedFrame aggregate() {
        AggTrade trade = new AggTrade(
                fields.number("a"),
                fields.e8("p"),
                fields.e8("q"),
                fields.number("T"),
                fields.flag("m"),
                fields.number("f"),
                fields.number("l"));
        return new CapturedFrame.Aggregate(fields.text("s"), new TimedAggTrade(trade, fields.number("E")));
    }

    private CapturedFrame top() {
        return new CapturedFrame.Top(
                fields.text("s"),
                new TopOfBook(
                        fields.number("u"),
                        fields.e8("b"),
                        fields.e8("B"),
                        fields.e8("a"),
                        fields.e8("A"),
                        fields.number("E"),
                        fields.number("T")));
    }

    private CapturedFrame diff() {
        return new CapturedFrame.Diff(
                fields.text("s"),
                new DepthDiff(
                        fields.number("U"),
                        fields.number("u"),
                        fields.number("pu"),
                        fields.number("E"),
                        fields.number("T"),
                        fields.side("b"),
                        fields.side("a")));
    }

    private CapturedFrame snapshot() {
        return new CapturedFrame.Snapshot(new BookSnapshot(
                fields.number("lastUpdateId"),
                fields.number("E"),
                fields.number("T"),
                fields.side("bids"),
                fields.side("asks")));
    }
}
