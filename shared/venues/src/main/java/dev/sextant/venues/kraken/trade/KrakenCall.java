package dev.sextant.venues.kraken.trade;

/**
 * What a private method is asked.
 *
 * @param method as in the path: {@code AddOrder}
 * @param fields without the nonce
 * @param restCost what it adds to the counter of REST calls: 0 for placing and cancelling, 2 for histories, else 1
 */
record KrakenCall(String method, FormFields fields, int restCost) {

    String path() {
        return "/0/private/" + method;
    }
}
