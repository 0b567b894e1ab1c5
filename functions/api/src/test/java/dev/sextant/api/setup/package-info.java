/** What the API is given. */
@NullMarked
package dev.sextant.api.setup;

import org.jspecify.annotations.NullMarked;
