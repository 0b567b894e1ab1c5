package dev.sextant.platform.stream;

/**
 * A record on its way to a stream.
 *
 * @param partitionKey the ordering domain: order is kept among the records of one key; 1 to 256 characters
 * @param data the encoded record; not copied, so don't change it afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are handed over once and never compared.
public record Outgoing(String partitionKey, byte[] data) {

    public Outgoing {
        if (partitionKey.isEmpty() || partitionKey.length() > 256) {
            throw new IllegalArgumentException(
                    "partition key has " + partitionKey.length() + " characters, expected 1 to 256");
        }
    }
}
