/**
 * What the desk decided on a day beside what the same code decides from the recorded trades of that day, and what the
 * closed trades lost between signal and fill. Reads everything, changes nothing but its own table.
 */
@NullMarked
package dev.sextant.ingest.drift;

import org.jspecify.annotations.NullMarked;
