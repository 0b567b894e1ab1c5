/**
 * What the ingest says of itself, as JSON over HTTP.
 */
@NullMarked
package dev.sextant.ingest.health;

import org.jspecify.annotations.NullMarked;
