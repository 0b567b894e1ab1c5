/**
 * The dialects of recordings that are one JSON document.
 */
@NullMarked
package dev.sextant.recordings.document;

import org.jspecify.annotations.NullMarked;
