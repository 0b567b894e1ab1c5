package dev.sextant.api.risk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sextant.api.http.Json;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.platform.sql.Sql;
import jakarta.inject.Singleton;

/** What belongs to risk and no rule looks at: the limits' version and ranges, blocked symbols, alerts, the venue's last word. */
@Singleton
final class RiskDesk {

    private final ApiSetup setup;

    RiskDesk(ApiSetup setup) {
        this.setup = setup;
    }

    /** Adds it to the view of the rules of an account. */
    ObjectNode beside(String account, ObjectNode view) {
        String text = setup.sql()
                .queryOne(Sql.of("""
                        SELECT json_build_object(
                            'stops_version', risk.control_json(:account)->'version',
                            'settings', risk.settings_json(:account),
                            'blocked_symbols', (SELECT coalesce(json_agg(json_build_object('symbol', symbol, 'reason', reason)
                                ORDER BY symbol), '[]') FROM market.blocked_symbols),
                            'balance_differences', (SELECT coalesce(json_agg(json_build_object('account', risk.spot_account(:account), 'asset', asset,
                                'desk', ops.dec(at_desk), 'venue', ops.dec(at_venue), 'difference', ops.dec(difference)) ORDER BY asset), '[]')
                                FROM portfolio.balance_differences(risk.spot_account(:account))),
                            'venue', (SELECT json_build_object('reached_at', ops.iso(risk.venue_reached_at(:account)), 'trouble',
                                (SELECT trouble FROM risk.venue_contacts WHERE account = :account))),
                            'alerts', (SELECT coalesce(json_agg(json_build_object('kind', kind, 'subject', subject, 'text', told,
                                'raised_at', ops.iso(raised_at)) ORDER BY alert_id DESC), '[]')
                                FROM (SELECT * FROM ops.alerts WHERE account = :account ORDER BY alert_id DESC LIMIT 20) newest))
                            AS item
                        """).with("account", account))
                .orElseThrow()
                .text("item");
        view.setAll(Json.object(text));
        return view;
    }
}
