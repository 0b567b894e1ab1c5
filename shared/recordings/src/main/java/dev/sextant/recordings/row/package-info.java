/**
 * What one record of a file is: data with its place in a stream, something apart from the data, or malformed.
 */
@NullMarked
package dev.sextant.recordings.row;

import org.jspecify.annotations.NullMarked;
