package dev.sextant.local.dataapi;

import static dev.sextant.fuzz.PropertyBroken.unless;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sextant.fuzz.FuzzTarget;
import dev.sextant.fuzz.Verdict;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Requests of the Data API, up to the database: body, parameters, parameter sets, bound to a statement that takes
 * everything. Only {@link ApiError}, with a status of 400.
 */
public final class RequestTarget implements FuzzTarget {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final PreparedStatement ANY = (PreparedStatement) Proxy.newProxyInstance(
            RequestTarget.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (_, _, _) -> null);

    @Override
    public String name() {
        return "dataapi-request";
    }

    @Override
    public int maxMessageChars() {
        return 1_500;
    }

    @Override
    public Verdict check(byte[] input) {
        try {
            Request request = Request.parse(MAPPER, input);
            request.validate(Limits.AWS);
            String sql = request.optionalText("sql");
            List<String> names = sql == null ? List.of() : NamedSql.parse(sql).names();
            request.parameters().bind(ANY, names);
            for (Parameters set : request.parameterSets()) {
                set.bind(ANY, names);
            }
            return new Verdict.Accepted("parameters " + Math.min(3, names.size()) + request.returnTypes()
                    + request.asJson() + DatabaseRole.of(request.requiredText("secretArn")));
        } catch (ApiError e) {
            unless(e.status() == 400, "what a client does wrong is a 400");
            return Verdict.refused(e);
        } catch (SQLException e) {
            throw new IllegalStateException("this statement takes everything", e);
        }
    }
}
