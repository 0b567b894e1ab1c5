package dev.sextant.api.http;

import dev.sextant.platform.sql.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A statement behind a page has the columns "as_of" in every row, and "item" (JSON), "major" and
 * "minor" for each element; it asks for one element more than the page holds, has a single row of nulls when there is
 * none, and may leave out the JSON of elements that would make the answer too large.
 *
 * @param items JSON texts
 * @param nextCursor the word for the page after this one, null at the end
 * @param asOf ISO time
 */
public record Page(List<String> items, @Nullable String nextCursor, String asOf) {

    /** A page of a list that has more pages. */
    public static Page of(List<Row> rows, int limit, String list) {
        List<String> items = new ArrayList<>(Math.min(limit, rows.size()));
        @Nullable Row last = null;
        boolean more = false;
        for (Row row : rows) {
            if (row.isNull("major")) {
                break;
            }
            String item = row.textOrNull("item");
            if (item == null || items.size() == limit) {
                more = true;
                break;
            }
            items.add(item);
            last = row;
        }
        String next =
                more && last != null ? new Cursor(last.longValue("major"), last.text("minor")).encode(list) : null;
        return new Page(items, next, rows.getFirst().text("as_of"));
    }

    /** A list that is always answered whole. */
    public static Page whole(List<Row> rows) {
        List<String> items = rows.stream()
                .map(row -> row.textOrNull("item"))
                .filter(Objects::nonNull)
                .toList();
        return new Page(items, null, rows.getFirst().text("as_of"));
    }

    /** The answer's text. The items are JSON already; cursor and time hold nothing that needs escaping. */
    public String json() {
        return "{\"items\":[" + String.join(",", items) + "],\"next_cursor\":"
                + (nextCursor == null ? "null" : '"' + nextCursor + '"') + ",\"as_of\":\"" + asOf + "\"}";
    }
}
