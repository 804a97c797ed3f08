/**
 * Measures what the program costs, as ratios against a floor in the same run. With JAVA_HOME on 25:
 *
 * <pre>
 * mvn -q -pl bench -am compile exec:exec -Dbench="org.onewindow.bench.CaseThroughput 5 6 8000"
 * mvn -q -pl bench -am compile exec:exec -Dbench="org.onewindow.bench.CalendarBench"
 * mvn -q -pl bench -am compile exec:exec -Dbench="org.onewindow.bench.DecideBench"
 * mvn -q -pl bench -am compile exec:exec -Dbench="org.onewindow.bench.SupervisionBench 1000000 10000 100000 1000000"
 * mvn -q -pl bench -am compile exec:exec -Dbench="org.onewindow.bench.JointOpeningBench 200 20"
 * mvn -q -pl bench -am compile exec:exec -Dbench="org.onewindow.bench.QueryPlans 1000000"
 * </pre>
 */
@NullMarked
package org.onewindow.bench;

import org.jspecify.annotations.NullMarked;
