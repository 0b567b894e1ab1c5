package dev.sextant.infra.desk;

import dev.sextant.infra.artifact.Artifacts;
import dev.sextant.infra.settings.DeskSettings;
import dev.sextant.infra.state.Log;
import dev.sextant.infra.state.StateStack;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ecr.assets.DockerImageAsset;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AvailabilityZoneRebalancing;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargatePlatformVersion;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;
import software.constructs.Construct;

/**
 * What the desk's programs in containers have in common: one image, one cluster, and a public address of its own for each
 * task that holds no exchange key, so that no gateway is paid for, with nothing listening on it.
 */
public final class Containers extends Construct {

    private static final int HTTPS = 443;
    private static final String SCRATCH = "scratch";
    private static final SubnetSelection PUBLIC =
            SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build();
    /** Each of them ends within ten seconds. */
    private static final Duration ENDS_WITHIN = Duration.seconds(30);

    private final DeskSettings settings;
    private final StateStack state;
    private final DockerImageAsset image;
    private final Cluster cluster;
    private final SecurityGroup onlyOut;

    public Containers(Construct scope, DeskSettings settings, Artifacts artifacts, StateStack state) {
        super(scope, "Containers");
        this.settings = settings;
        this.state = state;
        this.image = DockerImageAsset.Builder.create(this, "Image")
                .directory(artifacts.ingestImage())
                .platform(Platform.LINUX_ARM64)
                .build();
        this.cluster = Cluster.Builder.create(this, "Cluster")
                .clusterName(settings.prefix())
                .vpc(state.network().vpc())
                // The programs tell of themselves; these would cost more than the tasks' share of it.
                .containerInsightsV2(ContainerInsights.DISABLED)
                .build();
        this.onlyOut = SecurityGroup.Builder.create(this, "OnlyOut")
                .vpc(state.network().vpc())
                .description("HTTPS and WebSockets out, nothing in")
                .allowAllOutbound(false)
                .build();
        onlyOut.addEgressRule(Peer.anyIpv4(), Port.tcp(HTTPS), "The exchanges and AWS");
    }

    /**
     * Runs a program.
     *
     * @param name of service, container and log
     * @param entryPoint what to run instead of the image's own program; empty for that
     * @return its task, whose role may do nothing yet
     */
    FargateTaskDefinition run(
            Construct scope,
            String name,
            int cpu,
            int memoryMb,
            List<String> entryPoint,
            Map<String, String> environment) {
        FargateTaskDefinition task = task(scope, cpu, memoryMb);
        container(scope, task, name, entryPoint, environment, Map.of());
        // One task, always; while it is replaced, two.
        service(scope, name, task)
                .minHealthyPercent(100)
                .maxHealthyPercent(200)
                .assignPublicIp(true)
                .vpcSubnets(PUBLIC)
                .build();
        return task;
    }

    /**
     * Runs a program of which there must not be two: the old one has ended before the new one begins. It leaves through the
     * fixed address where there is one.
     *
     * @param secrets variables whose values the task's own execution role reads when it starts
     */
    FargateTaskDefinition runAlone(
            Construct scope,
            String name,
            int cpu,
            int memoryMb,
            List<String> entryPoint,
            Map<String, String> environment,
            Map<String, Secret> secrets) {
        FargateTaskDefinition task = task(scope, cpu, memoryMb);
        container(scope, task, name, entryPoint, environment, secrets);
        Optional<SubnetSelection> egress = state.network().egress();
        service(scope, name, task)
                .minHealthyPercent(0)
                .maxHealthyPercent(100)
                .assignPublicIp(egress.isEmpty())
                .vpcSubnets(egress.orElse(PUBLIC))
                .build();
        return task;
    }

    /** What stops a service at once, whatever else works. */
    String stop(String name) {
        return "aws ecs update-service --desired-count 0 --cluster " + settings.prefix() + " --service " + name;
    }

    private static FargateTaskDefinition task(Construct scope, int cpu, int memoryMb) {
        return FargateTaskDefinition.Builder.create(scope, "Task")
                .cpu(cpu)
                .memoryLimitMiB(memoryMb)
                // The same jars; a fifth cheaper than x86.
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.ARM64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .volumes(List.of(Volume.builder().name(SCRATCH).build()))
                .build();
    }

    private void container(
            Construct scope,
            FargateTaskDefinition task,
            String name,
            List<String> entryPoint,
            Map<String, String> environment,
            Map<String, Secret> secrets) {
        ContainerDefinition container = task.addContainer(
                name,
                ContainerDefinitionOptions.builder()
                        .image(ContainerImage.fromDockerImageAsset(image))
                        .entryPoint(entryPoint.isEmpty() ? null : entryPoint)
                        .environment(environment)
                        .secrets(secrets.isEmpty() ? null : secrets)
                        .logging(LogDriver.awsLogs(AwsLogDriverProps.builder()
                                .logGroup(Log.of(
                                        scope,
                                        "/" + settings.prefix() + "/" + name,
                                        state.keys().data()))
                                .streamPrefix(name)
                                .build()))
                        .readonlyRootFilesystem(true)
                        .stopTimeout(ENDS_WITHIN)
                        .build());
        // The SDK's native library unpacks itself there, and the spill lies below it: 20 GB, as long as the task lives.
        container.addMountPoints(MountPoint.builder()
                .sourceVolume(SCRATCH)
                .containerPath("/tmp")
                .readOnly(false)
                .build());
    }

    private FargateService.Builder service(Construct scope, String name, FargateTaskDefinition task) {
        return FargateService.Builder.create(scope, "Service")
                .cluster(cluster)
                .serviceName(name)
                .taskDefinition(task)
                .desiredCount(settings.running() ? 1 : 0)
                .availabilityZoneRebalancing(AvailabilityZoneRebalancing.DISABLED)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .platformVersion(FargatePlatformVersion.LATEST)
                .securityGroups(List.of(onlyOut));
    }
}
