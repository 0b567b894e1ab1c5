/**
 * Where the ingest's records go: two ordered streams behind ports, and the outbox that loses nothing while they fail.
 */
@NullMarked
package dev.sextant.ingest.sink;

import org.jspecify.annotations.NullMarked;
