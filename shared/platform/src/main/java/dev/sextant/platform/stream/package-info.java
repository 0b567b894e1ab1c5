/**
 * The two streams at arm's length: what a record looks like on the wire, how it is written to and read from Kinesis
 * without losing one or mixing up the order within a key, and how far a consumer has come.
 */
@NullMarked
package dev.sextant.platform.stream;

import org.jspecify.annotations.NullMarked;
