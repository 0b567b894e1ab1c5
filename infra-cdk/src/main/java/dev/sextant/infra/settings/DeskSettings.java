package dev.sextant.infra.settings;

import dev.sextant.domain.event.Account;
import dev.sextant.domain.market.Symbol;
import dev.sextant.venues.binance.trade.ExpectedSetting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator decides about a desk; their names and defaults are in docs/deploy.md.
 *
 * @param mode whose money and whose market
 * @param region where the stacks are meant to go; any other is refused at deployment
 * @param account the trading account
 * @param symbols what is followed and traded
 * @param running false hibernates: nothing reads, nothing trades, the database may pause
 * @param secureEgress placer and reconciler leave through one fixed address
 * @param exchangeKey how the exchange's keys sign
 * @param keysOf a word for the exchange's keys in use; another word makes the next deployment take them up anew
 * @param venue where orders go
 * @param expected how each symbol must be set up at the venue
 * @param limits what the account's limits are at first
 * @param viewers who may reach dashboard and API, as IPv4 ranges; nobody when empty
 * @param operatorTokenSha256 hash of the token that writes need; without it nobody writes
 * @param budgetUsd monthly budget, US dollars
 * @param alarmEmail who hears of alarms
 * @param kraken how Kraken is watched for triangles; empty when it isn't
 * @param krakenTrade how they are traded; empty when they are not
 */
public record DeskSettings(
        Mode mode,
        String region,
        Account account,
        List<Symbol> symbols,
        boolean running,
        boolean secureEgress,
        KeyKind exchangeKey,
        Optional<String> keysOf,
        URI venue,
        ExpectedSetting expected,
        FirstLimits limits,
        List<IpRange> viewers,
        Optional<String> operatorTokenSha256,
        int budgetUsd,
        Optional<String> alarmEmail,
        Optional<KrakenWatch> kraken,
        Optional<KrakenTrade> krakenTrade) {

    public DeskSettings {
        symbols = List.copyOf(symbols);
        viewers = List.copyOf(viewers);
    }

    /**
     * Reads the context of a CDK app.
     *
     * @param context all of it; what doesn't begin with {@code sextant:} isn't ours
     * @throws SettingsException listing every problem
     */
    public static DeskSettings from(Map<String, Object> context) {
        return SettingsForm.read(new Context(context));
    }

    /** The beginning of every name that must be unique in an AWS account: desks of two modes can stand side by side. */
    public String prefix() {
        return "sextant-" + mode.word();
    }

    /** Whether a task of its own trades triangles. */
    public boolean hasDirectLane() {
        return krakenTrade
                .filter(trade -> trade.lane() == KrakenTrade.Lane.DIRECT)
                .isPresent();
    }

    /** In which refused country the region is, when the mode asks Binance's production hosts. */
    public Optional<String> refusedCountry() {
        return mode.asksBinanceProduction() ? BinanceRegions.refused(region) : Optional.empty();
    }
}
