/** What the desk did: orders with their trail, positions, round trips and the account's money. */
@NullMarked
package dev.sextant.api.trading;

import org.jspecify.annotations.NullMarked;
