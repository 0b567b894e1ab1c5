package dev.sextant.api.risk;

import dev.sextant.api.command.Write;
import dev.sextant.api.http.ApiException;
import dev.sextant.api.http.Parameters;
import dev.sextant.api.setup.ApiSetup;
import dev.sextant.api.setup.DeskAccounts;
import dev.sextant.domain.event.Account;
import dev.sextant.platform.orders.SqlRiskPictures;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

/** The path of risk. */
@Controller("/api/v1")
final class RiskController {

    private final DeskAccounts accounts;
    private final SqlRiskPictures pictures;
    private final RiskCommands commands;
    private final RiskDesk desk;
    private final Reconciliations reconciliations;

    RiskController(
            ApiSetup setup,
            DeskAccounts accounts,
            RiskCommands commands,
            RiskDesk desk,
            Reconciliations reconciliations) {
        this.commands = commands;
        this.desk = desk;
        this.reconciliations = reconciliations;
        this.accounts = accounts;
        this.pictures = new SqlRiskPictures(setup.sql());
    }

    @Get("/risk")
    String risk(Parameters query) {
        String account = accounts.named(query.account());
        return pictures.now(new Account(account))
                .map(reading -> desk.beside(account, RiskView.json(reading.picture(), reading.atMs()))
                        .toString())
                .orElseThrow(() -> ApiException.notFound("account", account));
    }

    @Post("/risk/kill")
    String kill(Write write) {
        return commands.kill(write);
    }

    @Post("/risk/pause")
    String pause(Write write) {
        return commands.pause(write);
    }

    @Post("/risk/resume")
    String resume(Write write) {
        return commands.resume(write);
    }

    @Post("/risk/limits")
    String limits(Write write) {
        return commands.limits(write);
    }

    @Post("/risk/unblock")
    String unblock(Write write) {
        return commands.unblock(write);
    }

    @Post("/reconcile")
    String reconcile(Write write) {
        return reconciliations.ask(write);
    }

    @Post("/orders/external/adopt")
    String adopt(Write write) {
        return reconciliations.adopt(write);
    }

    @Post("/balances/accept")
    String accept(Write write) {
        return reconciliations.accept(write);
    }

    @Get("/reconcile/{id}")
    String reconciliation(String id) {
        return reconciliations.find(id);
    }
}
