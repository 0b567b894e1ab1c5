/**
 * A bounded queue of records in files, for when the streams take nothing for longer than memory lasts. It knows bytes, not
 * what they mean. {@code docs/ingest.md} is the format's page.
 */
@NullMarked
package dev.sextant.ingest.spill;

import org.jspecify.annotations.NullMarked;
