package dev.sextant.api.risk;

import dev.sextant.api.http.ApiException;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.orders.SqlRiskPictures;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** The path of risk. */
@Controller("/api/v1")
final class RiskController {

    private final Account account;
    private final SqlRiskPictures pictures;

    RiskController(ApiSetup setup) {
        this.account = setup.account();
        this.pictures = new SqlRiskPictures(setup.sql());
    }

    @Get("/risk")
    String risk() {
        return pictures.now(account)
                .map(reading -> RiskView.json(reading.picture(), reading.atMs()).toString())
                .orElseThrow(() -> ApiException.notFound("account", account.name()));
    }
}
