/**
 * The direct lane. Triangles are found, judged, claimed and traded in one process with the books, by the same classes and SQL
 * functions as in the stream lane. Has a role of its own in the database and a key that trades, which the ingest never has;
 * the local desk runs it in its own process.
 */
@NullMarked
package dev.sextant.direct;

import org.jspecify.annotations.NullMarked;
