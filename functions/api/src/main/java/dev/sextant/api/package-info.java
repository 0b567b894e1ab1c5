/**
 * The API function: API Gateway's HTTP payload in, JSON out. It reads the database and switches strategies; it cannot
 * reach an exchange. The contract is {@code docs/api.md}.
 */
@NullMarked
package dev.sextant.api;

import org.jspecify.annotations.NullMarked;
