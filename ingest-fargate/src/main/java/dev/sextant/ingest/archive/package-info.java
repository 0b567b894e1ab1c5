/**
 * Where trades go to stay: hour by hour into objects that never change, and out of the database when their month is old
 * and each of its hours was found among the objects.
 */
@NullMarked
package dev.sextant.ingest.archive;

import org.jspecify.annotations.NullMarked;
