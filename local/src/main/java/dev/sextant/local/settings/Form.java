package dev.sextant.local.settings;

import java.math.BigDecimal;

/** What the text of a setting may look like. */
enum Form {
    GIVEN {
        @Override
        boolean fits(String text) {
            return !text.isBlank();
        }
    },
    MODE {
        @Override
        boolean fits(String text) {
            return text.equals("paper") || text.equals("testnet") || text.equals("live");
        }
    },
    VENUE {
        @Override
        boolean fits(String text) {
            return text.equals("auto") || text.equals("binance") || text.equals("kraken") || text.equals("both");
        }
    },
    NEWS {
        @Override
        boolean fits(String text) {
            return text.matches("none|trade|ticker|trade,ticker");
        }
    },
    LANE {
        @Override
        boolean fits(String text) {
            return text.equals("direct") || text.equals("stream");
        }
    },
    KRAKEN_TIER {
        @Override
        boolean fits(String text) {
            return text.equals("starter") || text.equals("intermediate") || text.equals("pro");
        }
    },
    ASSETS {
        @Override
        boolean fits(String text) {
            return text.matches("[A-Za-z0-9._-]{1,20}(,[A-Za-z0-9._-]{1,20}){0,199}");
        }
    },
    DEPTH {
        @Override
        boolean fits(String text) {
            return text.matches("10|25|100|500|1000");
        }
    },
    LEGS {
        @Override
        boolean fits(String text) {
            return text.equals("3") || text.equals("4");
        }
    },
    BASIS_POINTS {
        @Override
        boolean fits(String text) {
            return text.matches("\\d{1,3}(\\.\\d{1,2})?");
        }
    },
    WHOLE {
        @Override
        boolean fits(String text) {
            return text.matches("[1-9]\\d{0,7}");
        }
    },
    STALENESS {
        @Override
        boolean fits(String text) {
            return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= MAX_STALE_MS;
        }
    },
    SYMBOLS {
        @Override
        boolean fits(String text) {
            return text.matches("[A-Z0-9]{2,20}(,[A-Z0-9]{2,20}){0,19}");
        }
    },
    NAME {
        @Override
        boolean fits(String text) {
            return text.matches("[a-z0-9][a-z0-9-]{0,29}");
        }
    },
    MARGIN {
        @Override
        boolean fits(String text) {
            return text.equals("CROSSED") || text.equals("ISOLATED");
        }
    },
    LEVERAGE {
        @Override
        boolean fits(String text) {
            return text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MAX_LEVERAGE;
        }
    },
    FLAG {
        @Override
        boolean fits(String text) {
            return text.equals("true") || text.equals("false");
        }
    },
    PORT {
        @Override
        boolean fits(String text) {
            return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= MAX_PORT;
        }
    },
    COUNT {
        @Override
        boolean fits(String text) {
            return text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= MAX_COUNT;
        }
    },
    MILLIS {
        @Override
        boolean fits(String text) {
            return text.matches("0|[1-9]\\d{0,4}") && Integer.parseInt(text) <= MAX_MILLIS;
        }
    },
    ABOVE_ZERO {
        @Override
        boolean fits(String text) {
            return text.matches("\\d{1,12}(\\.\\d{1,8})?") && new BigDecimal(text).signum() > 0;
        }
    },
    ABOVE_ZERO_OR_MAX {
        @Override
        boolean fits(String text) {
            return text.equals("max") || ABOVE_ZERO.fits(text);
        }
    },
    HTTP_HOST {
        @Override
        boolean fits(String text) {
            return text.matches("https?://[^/\\s]+");
        }
    },
    WEB_SOCKET {
        @Override
        boolean fits(String text) {
            return text.matches("wss?://[^/\\s]+(/[^/\\s]+)*");
        }
    },
    WEB_SOCKET_HOST {
        @Override
        boolean fits(String text) {
            return text.matches("wss?://[^/\\s]+");
        }
    };

    private static final int MAX_PORT = 65_535;
    private static final int MAX_COUNT = 1_200;
    private static final int MAX_MILLIS = 10_000;
    private static final int MAX_STALE_MS = 60_000;
    private static final int MAX_LEVERAGE = 125;

    abstract boolean fits(String text);
}
