/**
 * Risk as pure functions: how large a position may be, whether an entry may pass, what a closed trade does to the
 * account. Live, the database judges with the same rules under the account's lock, and a test holds the two together;
 * these answer questions, explain, and judge where there is no database.
 */
@NullMarked
package dev.sextant.domain.risk;

import org.jspecify.annotations.NullMarked;
