package dev.sextant.signals.factor;

import static dev.sextant.signals.factor.ParamSpec.number;
import static dev.sextant.signals.factor.ParamSpec.seconds;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The factors a strategy file can name, each with its category and its parameters. */
public enum FactorKind {
    CVD(Category.DIRECTION),
    P99(Category.CROWDING),
    ACCEL(Category.DIRECTION),
    ATR(Category.ENVIRONMENT),
    VWAP(Category.ENVIRONMENT),
    LS_RATIO(Category.CONFIRMATION),
    OI(Category.CONFIRMATION),
    COINBASE_PREMIUM(Category.AUXILIARY),
    FUNDING_RATE(Category.FUNDING_RATE),
    LIQUIDATION(Category.LIQUIDATION);

    private final Category category;

    FactorKind(Category category) {
        this.category = category;
    }

    /** The kind of evidence it is. */
    public Category category() {
        return category;
    }

    /** The name in files: {@code ls_ratio}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a name. */
    public static Optional<FactorKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    /** Its parameters in the order of the README. */
    public List<ParamSpec> params() {
        return switch (this) {
            case CVD ->
                List.of(
                        number("fast_full", "0.001", "1", "0.15"),
                        number("mid_full", "0.001", "1", "0.1"),
                        number("mid_share", "0", "0.9", "0.4"));
            case P99 -> List.of(number("full_trades", "0.1", "1000", "10"));
            case ACCEL -> List.of(number("full_share", "0.001", "10", "0.5"));
            case ATR -> List.of(number("low", "0.1", "100", "20"), number("high", "0.1", "100", "95"));
            case VWAP -> List.of(number("full_atr", "0.01", "100", "1"));
            case LS_RATIO ->
                List.of(
                        number("neutral", "0.01", "100", "1.2"),
                        number("full_ratio", "1.01", "100", "2"),
                        seconds("max_age_s", 900));
            case OI ->
                List.of(seconds("lag_s", 900), number("full_change", "0.0001", "1", "0.01"), seconds("max_age_s", 900));
            case COINBASE_PREMIUM -> List.of(number("full_bps", "0.01", "1000", "5"), seconds("max_age_s", 120));
            case FUNDING_RATE -> List.of(number("full_bps", "0.01", "1000", "3"), seconds("max_age_s", 120));
            case LIQUIDATION ->
                List.of(seconds("window_s", 300), number("full_notional", "1", "1000000000", "1000000"));
        };
    }

    /**
     * The factor with these parameters.
     *
     * @throws IllegalArgumentException when one is missing
     */
    public Factor build(Params params) {
        return switch (this) {
            case CVD -> CvdFactor.of(params);
            case P99 -> SizeFactor.of(params);
            case ACCEL -> AccelFactor.of(params);
            case ATR -> VolatilityFactor.of(params);
            case VWAP -> VwapFactor.of(params);
            case LS_RATIO -> RatioFactor.of(params);
            case OI -> OpenInterestFactor.of(params);
            case COINBASE_PREMIUM -> PremiumFactor.of(params);
            case FUNDING_RATE -> FundingFactor.of(params);
            case LIQUIDATION -> LiquidationFactor.of(params);
        };
    }
}
