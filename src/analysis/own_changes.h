// What two profiles of one program cost by the functions of its own that are to answer for it, and
// how much of the difference is only that one ran for longer or had more load.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "analysis/blame.h"
#include "analysis/frame_table.h"
#include "analysis/select.h"

namespace burnglass {

class OwnChanges {
 public:
  // Both must be learnt before a side is added.
  void Learn(const Profile& profile) { code_.Learn(profile); }
  void AddSide(const Selection& selection, const FrameTable& frames, bool after, double scale);

  bool IsOwn(const std::string& function) { return code_.IsOwn(code_.Number(function)); }

  // By how much all is multiplied that did not change: the middle function's cost after to that
  // before, where there are enough functions to tell, of enough events each; else as much as it ran
  // for longer; 1 where that is nearly so. Profiles that do not say how long they measured are
  // compared as they are.
  double Scale() const;
  // The same by how long each measured, whatever functions say.
  double ScaleOfTime() const;

  struct Explanation {
    double change = 0;  // what it is charged with after, less `scale` times what it was before
    double rank = 0;    // the same, by how much it is of interest
  };
  // How much of the difference that is left each function explains; by the names of frames.
  std::unordered_map<std::string, Explanation> Explain(double scale);

 private:
  struct Side {
    double total = 0, seconds = 0;
    double events = 0;  // as far as it is known what they count
  };

  template <typename Take>
  void ChargeNodes(const LocationTree& tree, const FrameTable& frames, const Take& take);

  OwnCode code_;
  std::map<Charged, BeforeAfter> costs_;
  Side before_, after_;
};

}  // namespace burnglass
