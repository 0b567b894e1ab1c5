/**
 * What travels on the {@code decisions} stream: ticks, signals, approvals and order news. Sealed, past tense, keyed by
 * account; every consumer is idempotent by the ids inside. Control is never read from the stream.
 */
@NullMarked
package dev.sextant.domain.event;

import org.jspecify.annotations.NullMarked;
