package dev.sextant.local.cli;

import dev.sextant.domain.market.Symbol;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes {@code BTCUSDT}, {@code BTC/USDT:USDT} or {@code BINANCE:BTCUSDT-PERP} for the same perpetual. */
final class SymbolConverter implements ITypeConverter<Symbol> {

    @Override
    public Symbol convert(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        if (name.startsWith("BINANCE:") && name.endsWith("-PERP")) {
            name = name.substring("BINANCE:".length(), name.length() - "-PERP".length());
        }
        int settle = name.indexOf(':');
        if (settle > 0) {
            name = name.substring(0, settle).replace("/", "");
        }
        try {
            return new Symbol(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
