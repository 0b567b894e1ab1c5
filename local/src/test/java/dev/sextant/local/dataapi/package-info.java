/** Contract tests: the real SDK client, the SQL client and the migrator against the endpoint. */
@NullMarked
package dev.sextant.local.dataapi;

import org.jspecify.annotations.NullMarked;
