package dev.sextant.local.desk;

import dev.sextant.domain.market.Symbol;
import dev.sextant.platform.sql.DatabaseAddress;
import dev.sextant.platform.telemetry.MetricLines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the ingest finds in its environment; nothing of it is a key of an exchange. */
final class IngestEnvironment {

    private IngestEnvironment() {}

    static Map<String, String> of(
            DeskMarket market,
            KrakenSide kraken,
            DeskAccount account,
            StateFolder state,
            Storage storage,
            Streams streams,
            Path metrics) {
        Map<String, String> environment = new HashMap<>(market.ingestSettings());
        environment.put(
                "SEXTANT_SYMBOLS", market.symbols().stream().map(Symbol::name).collect(Collectors.joining(",")));
        environment.putAll(kraken.ingestSettings());
        environment.put("SEXTANT_ACCOUNTS", account.name().name());
        environment.put(
                "SEXTANT_END_WITH_PARENT", Long.toString(ProcessHandle.current().pid()));
        // One desk holds the state folder, and ends what an earlier one left: so one ingest of this name lives.
        environment.put("SEXTANT_INGEST_SLOT", "desk");
        environment.put("SEXTANT_SPILL_FOLDER", state.path("spill").toString());
        environment.put(MetricLines.FILE_VARIABLE, metrics.toString());
        environment.put("SEXTANT_BINANCE_REST_URL", market.data().rest().toString());
        environment.put("SEXTANT_BINANCE_WS_URL", market.data().webSocket().toString());
        environment.put(
                "SEXTANT_PRIVATE_WS_URL", market.access().privateStreams().toString());
        environment.put("SEXTANT_HEALTH_PORT", Integer.toString(freePort()));
        environment.putAll(services(storage, streams));
        return environment;
    }

    private static Map<String, String> services(Storage storage, Streams streams) {
        return Map.of(
                "SEXTANT_DB_CLUSTER_ARN", DatabaseAddress.LOCAL.clusterArn(),
                "SEXTANT_DB_SECRET_ARN", DatabaseAddress.localAs("ingest").secretArn(),
                "SEXTANT_DB_NAME", DatabaseAddress.LOCAL.database(),
                "AWS_ENDPOINT_URL_KINESIS", streams.endpoint().toString(),
                "AWS_ENDPOINT_URL_RDS_DATA", storage.endpoint().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DeskException("no free port on the loopback interface: " + e.getMessage(), e);
        }
    }
}
