/**
 * Schema migrations over the Data API: numbered files, each applied whole or not at all, recorded with a checksum. The
 * only place where Data API transactions are opened.
 */
@NullMarked
package dev.sextant.platform.migrate;

import org.jspecify.annotations.NullMarked;
