package dev.sextant.venues.http;

/** Joins the parts of a fragmented message and forgets one that grows past the limit. */
final class MessageParts {

    private final int maxChars;
    private final SocketListener listener;
    private final StringBuilder text = new StringBuilder();
    private long chars;

    MessageParts(int maxChars, SocketListener listener) {
        this.maxChars = maxChars;
        this.listener = listener;
    }

    void add(CharSequence part, boolean last) {
        chars += part.length();
        if (chars <= maxChars) {
            text.append(part);
        } else {
            text.setLength(0);
        }
        if (last) {
            long length = chars;
            String message = text.toString();
            text.setLength(0);
            chars = 0;
            deliver(length, message);
        }
    }

    private void deliver(long length, String message) {
        if (length <= maxChars) {
            listener.onText(message);
        } else {
            listener.onOversized(length);
        }
    }
}
