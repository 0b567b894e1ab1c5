/** What the API is given: a database, an account, and the hash of the operator's token. */
@NullMarked
package dev.sextant.api.setup;

import org.jspecify.annotations.NullMarked;
