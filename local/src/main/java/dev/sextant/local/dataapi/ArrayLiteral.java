package dev.sextant.local.dataapi;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads PostgreSQL's text form of a one-dimensional array: {@code {1,NULL,"a,b"}}. */
final class ArrayLiteral {

    private final String text;
    private int position;

    private ArrayLiteral(String text) {
        this.text = text;
        // An array whose first index is not 1 is decorated: [0:1]={…}
        this.position = text.indexOf('{') + 1;
    }

    /** The elements as text, null for NULL; a nested array is refused as the service does it. */
    static List<@Nullable String> parse(String text) {
        ArrayLiteral literal = new ArrayLiteral(text);
        List<@Nullable String> elements = new ArrayList<>();
        while (literal.peek() != '}') {
            elements.add(literal.element());
            if (literal.peek() == ',') {
                literal.position++;
            }
        }
        return elements;
    }

    private @Nullable String element() {
        return switch (peek()) {
            case '"' -> quoted();
            case '{' -> throw ApiError.unsupportedResult("The result contains a multidimensional array.");
            default -> bare();
        };
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        position++;
        while (peek() != '"') {
            if (peek() == '\\') {
                position++;
            }
            element.append(peek());
            position++;
        }
        position++;
        return element.toString();
    }

    private @Nullable String bare() {
        int start = position;
        while (peek() != ',' && peek() != '}') {
            position++;
        }
        String element = text.substring(start, position);
        return element.equals("NULL") ? null : element;
    }

    private char peek() {
        return text.charAt(position);
    }
}
