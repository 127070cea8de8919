#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A state that several threads share: looked at and changed by one at a time, and waited on.
///
/// Invariants: `mutex` and `condition` live as long as this object and are used by its methods alone; `state` is touched
/// only while the mutex is held. That makes it safe to send.
@safe final class Monitor<State>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>
    private var state: State

    init(_ state: State) {
        unsafe mutex = .allocate(capacity: 1)
        unsafe condition = .allocate(capacity: 1)
        self.state = state
        unsafe pthread_mutex_init(mutex, nil)
        unsafe pthread_cond_init(condition, nil)
    }

    deinit {
        unsafe pthread_cond_destroy(condition)
        unsafe pthread_mutex_destroy(mutex)
        unsafe condition.deallocate()
        unsafe mutex.deallocate()
    }

    /// Asks until there is an answer, and sleeps in between until somebody changes the state.
    func wait<Answer>(_ body: (inout State) -> Answer?) -> Answer {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        while true {
            if let answer = body(&state) { return answer }
            unsafe pthread_cond_wait(condition, mutex)
        }
    }

    /// Changes the state and wakes those who wait.
    func update(_ body: (inout State) -> Void) {
        unsafe pthread_mutex_lock(mutex)
        body(&state)
        unsafe pthread_cond_broadcast(condition)
        unsafe pthread_mutex_unlock(mutex)
    }
}

/// Threads that all do the same until it is done.
enum Threads {
    /// How many run at once at most: one unpacks, and three scan as fast as one unpacks.
    static let most = 4

    /// How many processors there are to use.
    static var available: Int { max(1, min(most, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))) }

    /// Runs `body` on this thread and on `helpers` more; returns when all have come to their end. A thread that cannot be
    /// had is done without.
    ///
    /// Each thread is given a box of its own that keeps `body` alive, and is joined before this returns.
    static func run(helpers: Int, _ body: @escaping @Sendable () -> Void) {
        var threads: [pthread_t] = []
        for _ in 0..<max(0, helpers) {
            let box = unsafe Unmanaged.passRetained(Box(body)).toOpaque()
            var thread = pthread_t()
            if unsafe pthread_create(&thread, nil, { unsafe Threads.start($0) }, box) == 0 {
                threads.append(thread)
            } else {
                unsafe Unmanaged<Box>.fromOpaque(box).release()
            }
        }
        body()
        for thread in threads { pthread_join(thread, nil) }
    }

    /// Where a thread begins.
    private static func start(_ box: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let box = unsafe box { unsafe Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
        return nil
    }

    private final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
