package dev.sextant.api.audit;

import dev.sextant.api.http.Parameters;
import dev.sextant.api.setup.DeskAccounts;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Locale;

/** The paths of the audit log. */
@Controller("/api/v1/audit")
final class AuditController {

    private final AuditLog log;
    private final AuditWitnesses witnesses;
    private final DeskAccounts accounts;

    AuditController(AuditLog log, AuditWitnesses witnesses, DeskAccounts accounts) {
        this.accounts = accounts;
        this.log = log;
        this.witnesses = witnesses;
    }

    @Get
    String log(Parameters query) {
        AuditOrder order = query.oneOf(
                "order", List.of(AuditOrder.values()), each -> each.name().toLowerCase(Locale.ROOT));
        AuditOrder wanted = order == null ? AuditOrder.NEWEST : order;
        return log.page(accounts.named(query.account()), wanted, query.cursor(wanted.list()), query.limit())
                .json();
    }

    @Get("/witnesses")
    String witnesses(Parameters query) {
        return witnesses.now(accounts.named(query.account()));
    }
}
