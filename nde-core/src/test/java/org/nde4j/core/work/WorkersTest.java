package org.nde4j.core.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void results_areInTheOrderOfTheTasks(int threads) {
        try (Workers workers = Workers.of(threads)) {
            List<Integer> squares = workers.all(tasks(500, i -> i * i));
            assertEquals(IntStream.range(0, 500).map(i -> i * i).boxed().toList(), squares);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void nestedTasks_threeDeep_doNotDeadlock(int threads) {
        try (Workers workers = Workers.of(threads)) {
            List<Integer> sums = assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> workers.all(tasks(
                            12, i -> sum(workers.all(tasks(8, j -> sum(workers.all(tasks(4, k -> i + j + k)))))))));
            assertEquals(12, sums.size());
            assertEquals(160, sums.get(0)); // sum of j + k over 8 x 4
        }
    }

    @Test
    void allThreads_areAtWork() {
        CountDownLatch together = new CountDownLatch(3);
        Set<String> names = ConcurrentHashMap.newKeySet();
        try (Workers workers = Workers.of(3)) {
            Callable<Boolean> meet = () -> {
                names.add(Thread.currentThread().getName());
                together.countDown();
                together.await();
                return true;
            };
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> workers.all(List.of(meet, meet, meet)));
        }
        assertEquals(3, names.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theFirstFailure_inTheOrderOfTheTasks_isThrownAsItIs(int threads) {
        IllegalStateException[] failures = new IllegalStateException[100];
        try (Workers workers = Workers.of(threads)) {
            for (int round = 0; round < 50; round++) {
                var thrown = assertThrows(
                        IllegalStateException.class,
                        () -> workers.all(tasks(100, i -> {
                            if (i >= 20) {
                                throw failures[i] = new IllegalStateException("task " + i);
                            }
                            return i;
                        })));
                assertSame(failures[20], thrown);
            }
        }
    }

    @Test
    void aCheckedFailure_isTheCause() {
        try (Workers workers = Workers.of(2)) {
            IOException failure = new IOException("no");
            Callable<Integer> task = () -> {
                throw failure;
            };
            var thrown = assertThrows(CompletionException.class, () -> workers.all(List.of(task)));
            assertSame(failure, thrown.getCause());
        }
    }

    @Test
    void workers_areUsableAfterAFailure() {
        try (Workers workers = Workers.of(2)) {
            assertThrows(ArithmeticException.class, () -> workers.all(tasks(9, i -> 1 / (i - i))));
            assertEquals(List.of(0, 1, 2), workers.all(tasks(3, i -> i)));
        }
    }

    @Test
    void anInterrupt_isKeptForTheCaller() {
        try (Workers workers = Workers.of(2)) {
            Thread.currentThread().interrupt();
            assertEquals(List.of(0, 1, 2, 3), workers.all(tasks(4, i -> i)));
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void noTasks_giveNoResults() {
        try (Workers workers = Workers.of(2)) {
            assertEquals(List.of(), workers.all(List.<Callable<Integer>>of()));
        }
    }

    @Test
    void noThreads_areRefused() {
        assertThrows(IllegalArgumentException.class, () -> Workers.of(0));
    }

    private interface Task {
        int run(int i) throws Exception;
    }

    private static List<Callable<Integer>> tasks(int n, Task task) {
        return IntStream.range(0, n)
                .<Callable<Integer>>mapToObj(i -> () -> task.run(i))
                .toList();
    }

    private static int sum(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).sum();
    }
}
