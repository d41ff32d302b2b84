import Foundation

/// What a process has used up.
public enum Measurement {
  private static var usage: rusage {
    var usage = rusage()
    #if os(Linux)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
      getrusage(RUSAGE_SELF, &usage)
    #endif
    return usage
  }

  /// User and system time of the whole process.
  public static var cpuSeconds: Double {
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    let usage = self.usage
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }

  /// The most memory that the process has had resident, in bytes.
  public static var peakBytes: Int {
    #if os(Linux)
      usage.ru_maxrss * 1024
    #else
      usage.ru_maxrss
    #endif
  }

  public static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
