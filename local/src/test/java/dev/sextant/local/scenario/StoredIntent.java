package dev.sextant.local.scenario;

import dev.sextant.platform.sql.Row;
import dev.sextant.platform.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * An order as the desk has it.
 *
 * @param shown the state that users see
 * @param detail what that state leaves out, in words
 * @param quantity ordered and filled, in base units
 */
record StoredIntent(
        String id,
        String clientId,
        String purpose,
        String state,
        String shown,
        @Nullable String detail,
        @Nullable String code,
        @Nullable String reason,
        String quantity,
        String filled,
        @Nullable String trigger) {

    static final Sql ALL = Sql.of("""
                    select intent_id, client_order_id, purpose, state, ops.dec(qty) as qty, ops.dec(filled_qty) as filled,
                        ops.dec(trigger_price) as trigger, reason_code, reason,
                        execution.public_json(o)->>'public_state' as shown, execution.public_json(o)->>'detail' as detail
                    from execution.orders o order by ordinal""");

    static StoredIntent of(Row row) {
        return new StoredIntent(
                row.text("intent_id"),
                row.text("client_order_id"),
                row.text("purpose"),
                row.text("state"),
                row.text("shown"),
                row.textOrNull("detail"),
                row.textOrNull("reason_code"),
                row.textOrNull("reason"),
                row.text("qty"),
                row.text("filled"),
                row.textOrNull("trigger"));
    }
}
