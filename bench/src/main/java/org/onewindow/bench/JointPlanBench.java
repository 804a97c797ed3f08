package org.onewindow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.onewindow.joint.StagePlan;
import org.onewindow.joint.model.StageGraph;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What planning a stage costs (J3), from members and edges as they are stored to dates in units and the critical path. Targets: 30
 * members within 100 µs, 1,000 members with 5,000 edges within 10 ms.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 15, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@State(Scope.Thread)
public class JointPlanBench {

    /** Members, and edges per member. */
    @Param({"30:3", "1000:5"})
    public String size = "30:3";

    private List<StageGraph.Member> members = List.of();
    private List<StageGraph.Edge> edges = List.of();

    /** A random graph without a cycle; codes as items have them. */
    @Setup
    public void draw() {
        int colon = size.indexOf(':');
        int number = Integer.parseInt(size.substring(0, colon));
        int perMember = Integer.parseInt(size.substring(colon + 1));
        Random random = new Random(20260210);
        members = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            members.add(new StageGraph.Member("SF" + (1_000_000 + (i * 7_919) % 100_003), random.nextInt(20)));
        }
        edges = new ArrayList<>();
        while (edges.size() < number * perMember) {
            int one = random.nextInt(number);
            int other = random.nextInt(number);
            if (one != other) {
                edges.add(new StageGraph.Edge(
                        members.get(Math.min(one, other)).code(),
                        members.get(Math.max(one, other)).code()));
            }
        }
    }

    /** Graph, cycle check and plan. */
    @Benchmark
    public StagePlan plan() {
        StageGraph graph = StageGraph.of(members, edges);
        if (graph.cycle().isPresent()) {
            throw new IllegalStateException("drawn with a cycle");
        }
        return graph.plan();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(JointPlanBench.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
