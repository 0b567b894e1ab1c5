package dev.sextant.platform.orders;

import dev.sextant.domain.order.NonceSource;
import dev.sextant.domain.order.NonceUnavailableException;
import dev.sextant.platform.sql.Sql;
import dev.sextant.platform.sql.SqlClient;
import dev.sextant.platform.sql.SqlException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * {@link NonceSource} in Postgres: a row for each key, so that a restart or another process goes on above. The database is
 * told a hash of the key's public part and nothing else. A lost answer skips numbers and is asked again once. Safe for
 * several threads.
 */
public final class SqlNonces implements NonceSource {

    private static final int MOST = 10_000;

    private final SqlClient sql;
    private final String keyHash;
    private final int block;
    private long next;
    private long end;

    private SqlNonces(SqlClient sql, String apiKey, int block) {
        if (block < 1 || block > MOST) {
            throw new IllegalArgumentException("block is " + block + ", expected 1 to " + MOST);
        }
        this.sql = sql.withoutRetry();
        this.keyHash = hash(apiKey);
        this.block = block;
    }

    /** Each nonce asked of the database: several processes may hold the key. */
    public static SqlNonces of(SqlClient sql, String apiKey) {
        return new SqlNonces(sql, apiKey, 1);
    }

    /**
     * Nonces by the block, for the only process that sends with the key: most cost no question. Another's would come in
     * between and the venue refuse what is left of the block.
     *
     * @param block how many at once, 1 to 10,000
     */
    public static SqlNonces inBlocks(SqlClient sql, String apiKey, int block) {
        return new SqlNonces(sql, apiKey, block);
    }

    @Override
    public synchronized long next() throws NonceUnavailableException {
        if (next == end) {
            long first = draw();
            next = first;
            end = first + block;
        }
        return next++;
    }

    private long draw() throws NonceUnavailableException {
        try {
            return ask();
        } catch (SqlException first) {
            try {
                return ask();
            } catch (SqlException e) {
                e.addSuppressed(first);
                throw new NonceUnavailableException("the database gave no nonce: " + e.getMessage(), e);
            }
        }
    }

    private long ask() {
        return sql.callOne(Sql.of("select ops.next_nonces(:key, :many) as x")
                        .with("key", keyHash)
                        .with("many", block))
                .longValue("x");
    }

    private static String hash(String apiKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(apiKey.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
