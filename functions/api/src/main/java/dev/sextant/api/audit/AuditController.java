package dev.sextant.api.audit;

import dev.sextant.api.http.Parameters;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Locale;

/** The paths of the audit log. */
@Controller("/api/v1/audit")
final class AuditController {

    private final AuditLog log;
    private final AuditWitnesses witnesses;

    AuditController(AuditLog log, AuditWitnesses witnesses) {
        this.log = log;
        this.witnesses = witnesses;
    }

    @Get
    String log(Parameters query) {
        AuditOrder order = query.oneOf(
                "order", List.of(AuditOrder.values()), each -> each.name().toLowerCase(Locale.ROOT));
        AuditOrder wanted = order == null ? AuditOrder.NEWEST : order;
        return log.page(wanted, query.cursor(wanted.list()), query.limit()).json();
    }

    @Get("/witnesses")
    String witnesses() {
        return witnesses.now();
    }
}
