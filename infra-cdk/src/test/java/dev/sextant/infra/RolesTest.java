package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what. */
class RolesTest {

    static Stream<SynthesizedDesk> desks() {
        return Stream.of(SynthesizedDesk.TESTNET, SynthesizedDesk.LIVE);
    }

    /** AWS takes no resource for these. */
    private static final Set<String> WITHOUT_RESOURCE =
            Set.of("ecr:GetAuthorizationToken", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets");

    @ParameterizedTest
    @MethodSource("desks")
    void noRoleHasAStarAction(SynthesizedDesk desk) {
        assertEquals(
                List.of(),
                allowed(desk, statement -> statement.actions().stream().anyMatch(action -> action.contains("*"))));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void noRoleMayActOnEverythingWhereAwsTakesAName(SynthesizedDesk desk) {
        assertEquals(
                List.of(),
                allowed(
                        desk,
                        statement -> statement.resources().contains("*")
                                && !WITHOUT_RESOURCE.containsAll(statement.actions())));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void everyFunctionHasARoleOfItsOwn(SynthesizedDesk desk) {
        List<String> roles = desk.ofType("AWS::Lambda::Function").values().stream()
                .map(function -> Cfn.text(function.path("Role")))
                .toList();
        assertEquals(roles.size(), Set.copyOf(roles).size(), roles.toString());
    }

    @ParameterizedTest
    @MethodSource("desks")
    void framesComeFromTheIngestAlone(SynthesizedDesk desk) {
        assertEquals(Set.of("IngestTaskTaskRole"), holders(desk, "kinesis:PutRecords", "StreamsMarket"));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void decisionsComeFromScorerRiskCheckAndTheIngestsTicks(SynthesizedDesk desk) {
        assertEquals(
                Set.of("FunctionsriskcheckRole", "FunctionssignalscorerRole", "IngestTaskTaskRole"),
                holders(desk, "kinesis:PutRecords", "StreamsDecisions"));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void scorerAndRecorderSeeTheMarketAndNeverTheDecisions(SynthesizedDesk desk) {
        assertEquals(
                Set.of("FunctionssignalscorerRole", "RecorderTaskTaskRole"),
                holders(desk, "kinesis:GetRecords", "StreamsMarket"));
        assertEquals(
                Set.of("FunctionsorderplacerRole", "FunctionsreconcilerRole", "FunctionsriskcheckRole"),
                holders(desk, "kinesis:GetRecords", "StreamsDecisions"));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void theApiTouchesNoStreamNoBucketAndNoFunction(SynthesizedDesk desk) {
        Set<String> actions = new TreeSet<>();
        Statement.of(desk).stream()
                .filter(statement -> statement.role().startsWith("FunctionsapiRole"))
                .forEach(statement -> actions.addAll(statement.actions()));
        assertEquals(
                Set.of(
                        "kms:Decrypt",
                        "logs:CreateLogStream",
                        "logs:PutLogEvents",
                        "rds-data:ExecuteStatement",
                        "secretsmanager:GetSecretValue"),
                actions);
    }

    @ParameterizedTest
    @MethodSource("desks")
    void theScheduleMayCallTheReconcilersLiveVersionAndNothingElse(SynthesizedDesk desk) {
        List<Statement> callers = allowed(desk, statement -> statement.actions().contains("lambda:InvokeFunction"));
        assertEquals(1, callers.size());
        assertEquals(
                "<FunctionsreconcilerLive",
                callers.getFirst().resources().getFirst().substring(0, "<FunctionsreconcilerLive".length()));
    }

    private static List<Statement> allowed(SynthesizedDesk desk, Predicate<Statement> which) {
        return Statement.of(desk).stream()
                .filter(statement -> statement.allows() && !statement.isOfTheUploader())
                .filter(which)
                .toList();
    }

    /** Roles that may do it, without the hashes of their ids. */
    private static Set<String> holders(SynthesizedDesk desk, String action, String resource) {
        Set<String> holders = new TreeSet<>();
        allowed(desk, statement -> statement.covers(action, resource))
                .forEach(statement -> holders.add(statement.role().replaceAll("[0-9A-F]{8}$", "")));
        return holders;
    }
}
