/**
 * The local desk's Kinesis: a third-party emulator run as a process of its own with its data on disk, so that streams and
 * sequence numbers outlive the desk.
 */
@NullMarked
package dev.sextant.local.kinesis;

import org.jspecify.annotations.NullMarked;
